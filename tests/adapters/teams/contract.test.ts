import { adapterContract } from '../chat/adapter-contract.ts'
import { teamsDriver } from './teams-under-test.ts'

adapterContract('Teams', teamsDriver)
